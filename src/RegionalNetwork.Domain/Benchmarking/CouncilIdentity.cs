using System.Collections.Frozen;
using RegionalNetwork.Domain.Councils;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>One name for each authority over all its codes: the last code that it had with the same area.</summary>
internal sealed class CouncilIdentity(CouncilRegister register)
{
    private readonly FrozenDictionary<string, string> _lastCode = register.All.ToFrozenDictionary(
        council => council.Code,
        council => Last(register, council.Code)
    );

    public CouncilRegister Register => register;

    public string AuthorityOf(string code) => _lastCode[code];

    private static string Last(CouncilRegister register, string code)
    {
        while (register.SuccessorsOf(code).FirstOrDefault(change => change.ContinuesSeries) is { } change)
        {
            code = change.To;
        }
        return code;
    }
}
