using System.Globalization;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Server.Tests.Permissions;

/// <summary>Whether every field, mutation and subscription keeps to the approved table, whoever asks about whatever.</summary>
public sealed class PermissionMatrixTests
{
    private const int MismatchesShown = 20;

    /// <summary>No mutation asks for them: figures come as files, statements and member nodes by the command line, and trails are only
    /// read.</summary>
    private static readonly Permission[] AskedElsewhere =
    [
        Permission.ImportStatistics,
        Permission.RecordStatements,
        Permission.ReadAuditTrail,
        Permission.FederateNodes,
    ];

    private static readonly ApprovedTable Table = ApprovedTable.Read();

    private static readonly IReadOnlyList<MatrixQuestion> AllReads =
    [
        .. PermissionMatrix.Queries,
        .. PermissionMatrix.Subscriptions,
    ];

    [Fact]
    public async Task Every_field_mutation_and_subscription_answers_every_role_and_nobody_as_approved()
    {
        var callers = MatrixCaller.All(Table);
        await using var worlds = new MatrixWorlds();
        await using var changingWorlds = new MatrixWorlds();
        var reads = new PermissionMatrix(worlds, Table);
        var changes = new PermissionMatrix(changingWorlds, Table);

        await Task.WhenAll(
            Task.Run(() => reads.ReadAsync(AllReads, callers), TestContext.Current.CancellationToken),
            Task.Run(
                () => changes.ChangeAsync(PermissionMatrix.Mutations, callers),
                TestContext.Current.CancellationToken
            )
        );

        TestContext.Current.SendDiagnosticMessage(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Matrix: {reads.Cases + changes.Cases} cases, {PermissionMatrix.Queries.Count} fields, {PermissionMatrix.Mutations.Count} mutations, {PermissionMatrix.Subscriptions.Count} subscriptions, {callers.Count} roles"
            )
        );
        string[] mismatches = [.. reads.Mismatches, .. changes.Mismatches];
        Assert.True(
            mismatches.Length == 0,
            $"{mismatches.Length} mismatches:\n{string.Join('\n', mismatches.Take(MismatchesShown))}"
        );
        Assert.Equal(
            ["eraseMe"],
            PermissionMatrix.Mutations.Select(mutation => mutation.Root.Name).Except(changes.Done)
        );
    }

    [Fact]
    public async Task One_permission_changed_in_the_approved_table_is_a_mismatch()
    {
        await using var worlds = new MatrixWorlds();
        MatrixQuestion[] all = [.. PermissionMatrix.Queries, .. PermissionMatrix.Mutations];
        var asked = Enum.GetValues<Permission>().Where(permission => all.Any(question => Asks(question, permission)));
        Assert.Empty(Enum.GetValues<Permission>().Except(asked).Except(AskedElsewhere));
        foreach (var permission in asked)
        {
            var column = ApprovedTable.ColumnOf(permission);
            var cells = Table.Cells.Where(cell => cell.Key.Column == column).OrderBy(cell => cell.Key.Role).ToArray();
            var given = cells.First(cell => cell.Value != ApprovedTable.Nowhere).Key;
            var kept = cells.First(cell => cell.Value == ApprovedTable.Nowhere).Key;

            await FindMismatchAsync(given, ApprovedTable.Nowhere);
            await FindMismatchAsync(kept, ApprovedTable.InOwnPlace);

            async Task FindMismatchAsync(ApprovedCell cell, string value)
            {
                var matrix = new PermissionMatrix(worlds, Table.With(cell, value)) { StopsAtMismatch = true };
                var asking = PermissionMatrix.Mutations.Where(mutation => Asks(mutation, permission)).ToArray();
                await matrix.ChangeAsync(asking, [MatrixCaller.In(cell.Role, Table)]);
                await matrix.ReadAsync(
                    PermissionMatrix.Queries.Where(query => Asks(query, permission)),
                    [MatrixCaller.In(cell.Role, Table)]
                );
                Assert.True(matrix.Mismatches.Count > 0, $"{cell} can be {value} and nothing fails.");
            }
        }
    }

    [Theory]
    [InlineData(Role.PrincipalSocialWorker, Tier.CouncilDraft, "----")]
    [InlineData(Role.PrincipalSocialWorker, Tier.CouncilDraft, "oa--")]
    [InlineData(Role.ElectedMember, Tier.CouncilDraft, "o---")]
    [InlineData(Role.PractitionerChampion, Tier.CouncilApproved, "----")]
    [InlineData(Role.NationalOffice, Tier.CouncilApproved, "o---")]
    [InlineData(Role.CouncilApprover, Tier.NetworkNamed, "-a-n")]
    [InlineData(Role.DeputyPrincipalSocialWorker, Tier.NetworkNamed, "o--n")]
    [InlineData(Role.RegionalChair, Tier.NetworkNamed, "oa--")]
    [InlineData(Role.RegionalAnalyst, Tier.NetworkNamed, "oawn")]
    [InlineData(Role.ResearchPartner, Tier.NetworkNamed, "-a--")]
    [InlineData(Role.ElectedMember, Tier.Public, "-awn")]
    [InlineData(Role.Operator, Tier.Public, "oaw-")]
    public async Task One_tier_changed_in_the_approved_table_is_a_mismatch(Role role, Tier tier, string value)
    {
        var cell = new ApprovedCell(role, ApprovedTable.ColumnOf(tier));
        Assert.NotEqual(value, Table.Cells[cell]);
        await using var worlds = new MatrixWorlds();
        var matrix = new PermissionMatrix(worlds, Table.With(cell, value)) { StopsAtMismatch = true };

        await matrix.ReadAsync(AllReads, [MatrixCaller.In(role, Table)]);

        Assert.NotEmpty(matrix.Mismatches);
    }

    private static bool Asks(MatrixQuestion question, Permission permission) =>
        question
            .Steps.SelectMany(step => step.Directives)
            .SelectMany(MatrixOutcomes.PermissionsOf)
            .Contains(permission);
}
