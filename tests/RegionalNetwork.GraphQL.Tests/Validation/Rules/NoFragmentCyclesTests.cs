using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Rules;

public sealed class NoFragmentCyclesTests() : RuleTests(nameof(NoFragmentCycles))
{
    [Fact]
    public void Fragments_that_meet_again_form_no_cycle() =>
        Accepts(
            """
            fragment a on Dog { ...b ...c }
            fragment b on Dog { ...d }
            fragment c on Dog { ...d ...missing }
            fragment d on Dog { name }
            """
        );

    [Fact]
    public void Fragment_in_itself_is_refused() =>
        Refuses(
            """
            fragment a on Dog { owner { pets { ...a } } }
            """,
            "1:36 Cannot spread fragment \"a\" within itself."
        );

    [Fact]
    public void Fragments_in_one_another_are_refused() =>
        Refuses(
            """
            {
              dog {
                ...nameFragment
              }
            }

            fragment nameFragment on Dog {
              name
              ...barkVolumeFragment
            }

            fragment barkVolumeFragment on Dog {
              barkVolume
              ...nameFragment
            }
            """,
            "9:3 14:3 Cannot spread fragment \"nameFragment\" within itself via \"barkVolumeFragment\"."
        );

    [Fact]
    public void Each_cycle_is_reported_once() =>
        Refuses(
            """
            fragment a on Dog { ...b ...c }
            fragment b on Dog { ...c ...a }
            fragment c on Dog { ...b }
            """,
            "2:21 3:21 Cannot spread fragment \"b\" within itself via \"c\".",
            "1:21 2:26 Cannot spread fragment \"a\" within itself via \"b\"."
        );
}
