using FsCheck;
using FsCheck.Fluent;

namespace RegionalNetwork.Domain.Tests.Methods;

/// <summary>What holds for every input. A failure names the smallest counterexample found and the seed to replay it with.</summary>
internal static class Law
{
    private const int Cases = 500;

    public static void HoldsFor<T>(Gen<T> inputs, Func<T, bool> law) =>
        Prop.ForAll(inputs.ToArbitrary(), law)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithQuietOnSuccess(true));
}
