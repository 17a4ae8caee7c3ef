using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Server.Tests.Permissions;

/// <summary>Whether the code's table of permissions is the one that was approved.</summary>
public sealed class ApprovedTableTests
{
    private static readonly ApprovedTable Approved = ApprovedTable.Read();

    [Fact]
    public void Code_does_what_was_approved_cell_by_cell() =>
        Assert.Empty(Approved.DifferencesFrom(TableInCode.Read()));

    [Fact]
    public void One_cell_changed_on_either_side_is_a_difference()
    {
        var code = TableInCode.Read();

        foreach (var (cell, value) in Approved.Cells)
        {
            var another = value == ApprovedTable.Nowhere ? ApprovedTable.InOwnPlace : ApprovedTable.Nowhere;
            Assert.StartsWith($"{cell}: ", Assert.Single(Approved.With(cell, another).DifferencesFrom(code)));
            Assert.StartsWith($"{cell}: ", Assert.Single(Approved.DifferencesFrom(code.With(cell, another))));
        }
    }

    [Fact]
    public void Permissions_have_a_column_each() =>
        Assert.Distinct(Enum.GetValues<Permission>().Select(ApprovedTable.ColumnOf));
}
