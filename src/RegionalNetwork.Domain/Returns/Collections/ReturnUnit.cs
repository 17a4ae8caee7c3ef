using RegionalNetwork.Domain.Councils;

namespace RegionalNetwork.Domain.Returns.Collections;

/// <summary>Who sends one return: a council, or councils that report jointly and cannot be told apart in the figures.</summary>
/// <param name="Key">The councils' nine-character codes in order, joined by <c>+</c>.</param>
/// <param name="Name">As the register has it; of a joint return, the members' names as published.</param>
/// <param name="Councils">Nine-character codes, in order.</param>
public sealed record ReturnUnit(string Key, string Name, IReadOnlyList<string> Councils)
{
    private const char Joiner = '+';

    public bool IsJoint => Councils.Count > 1;

    /// <summary>
    /// The unit of a council's code, of a joint return's published code, or of its members' codes joined by <c>+</c>. Null for
    /// anything else: councils report jointly where the register says so, or one could speak for the other.
    /// </summary>
    public static ReturnUnit? Find(string text)
    {
        var register = CouncilRegister.England;
        if (register.Find(text) is { } council)
        {
            return council.Code == text ? new ReturnUnit(text, council.Name, [text]) : null;
        }

        var published = string.Join(JointReturn.Separator, text.Split(Joiner).Order(StringComparer.Ordinal));
        var joint = register.FindJointReturn(text) ?? register.FindJointReturn(published);
        if (joint is null)
        {
            return null;
        }

        return OfCodes([.. joint.Members.Select(member => member.Code).Order(StringComparer.Ordinal)], joint.Name);
    }

    /// <summary>The unit of codes that an event holds, whatever the register says of them by now.</summary>
    internal static ReturnUnit OfCodes(IReadOnlyList<string> codes) =>
        Find(string.Join(Joiner, codes)) ?? OfCodes(codes, string.Join(JointReturn.Separator, codes));

    /// <summary>Whether the text, as it may stand in a file, names this unit.</summary>
    public bool IsNamedBy(string text) => Find(text)?.Key == Key;

    /// <summary>The same councils under the codes that they had before, where a code changed and nothing else did; or null.</summary>
    public ReturnUnit? Before()
    {
        var register = CouncilRegister.England;
        string[] codes =
        [
            .. Councils.Select(code =>
                register.PredecessorsOf(code).FirstOrDefault(change => change.ContinuesSeries)?.From ?? code
            ),
        ];
        return codes.SequenceEqual(Councils) ? null : Find(string.Join(Joiner, codes));
    }

    private static ReturnUnit OfCodes(IReadOnlyList<string> codes, string name) =>
        new(string.Join(Joiner, codes), name, codes);

    public bool Equals(ReturnUnit? other) => other?.Key == Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
