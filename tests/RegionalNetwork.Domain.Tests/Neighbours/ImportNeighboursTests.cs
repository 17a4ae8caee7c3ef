using RegionalNetwork.Domain.Neighbours;
using RegionalNetwork.Domain.Tests.Benchmarking;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.Neighbours;

public sealed class ImportNeighboursTests
{
    private static readonly DateTimeOffset Now = new(2022, 4, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly NeighbourSet OfDudley = new(Dudley, [new(Coventry, "Close"), new(Wolverhampton, null)]);
    private static readonly NeighbourSet OfCoventry = new(Coventry, [new(Dudley, null)]);
    private static readonly ImportNeighbours Import = new("2025", "Neighbours", "A source", [OfDudley, OfCoventry]);

    private static readonly NeighboursImported Imported = new(
        "2025",
        1,
        "Neighbours",
        "A source",
        Now,
        [OfCoventry, OfDudley]
    );

    private readonly GrainSpec<NeighbourState, NeighbourCommand, NeighbourEvent> _model = new(
        NeighbourState.Initial,
        NeighbourDecider.Decide,
        NeighbourDecider.Evolve
    );

    [Fact]
    public void Only_who_imports_statistics_imports_neighbours()
    {
        _model.When(PswOf(Coventry), Import).ThenRefused("NOT_PERMITTED");
        _model.When(Operator, Import).Then(Imported);
    }

    [Fact]
    public void The_same_again_changes_nothing_whatever_its_order() =>
        _model.Given(Imported).When(Operator, Import with { Sets = [OfCoventry, OfDudley] }).ThenNothing();

    [Fact]
    public void A_corrected_file_is_a_new_edition()
    {
        var corrected = new NeighbourSet(Dudley, [.. OfDudley.Neighbours.Reverse()]);

        _model
            .Given(Imported)
            .When(Operator, Import with { Sets = [OfCoventry, corrected] })
            .Then(Imported with { Edition = 2, Sets = [OfCoventry, corrected] });
    }

    [Fact]
    public void Councils_and_neighbours_are_checked()
    {
        NeighbourSet[] wrong =
        [
            OfDudley,
            OfDudley,
            new("336", [new(Dudley, null)]),
            new(Wolverhampton, []),
            new("E08000025", [new("E08000025", null)]),
        ];

        _model
            .When(Operator, new ImportNeighbours("2025", "", "A source", wrong))
            .ThenRefusedFor(
                "TEXT_REQUIRED",
                "COUNCIL_TWICE",
                "COUNCIL_NOT_FOUND",
                "NEIGHBOURS_NUMBER",
                "NEIGHBOUR_TWICE"
            );
        _model.When(Operator, Import with { Sets = [] }).ThenRefused("NEIGHBOURS_MISSING", "sets");
    }

    [Fact]
    public void Neighbours_have_limits()
    {
        var others = Csww.Register.Live.Where(council => council.Code != Dudley);
        var most = others.Take(Limits.NeighboursPerCouncil + 1).Select(council => new Neighbour(council.Code, null));
        var longest = new string('x', Limits.ClosenessCharacters);

        _model
            .When(Operator, Import with { Sets = [new(Dudley, [.. most])] })
            .ThenRefused("NEIGHBOURS_NUMBER", "sets", Dudley);
        _model
            .When(Operator, Import with { Sets = [new(Dudley, [new(Coventry, longest + "x")])] })
            .ThenRefused("TEXT_TOO_LONG", "sets", Dudley);
        NeighbourSet atLimit = new(Dudley, [.. most.Skip(1).Select(one => one with { Closeness = longest })]);
        _model.When(Operator, Import with { Sets = [atLimit] }).Then(Imported with { Sets = [atLimit] });
    }
}
