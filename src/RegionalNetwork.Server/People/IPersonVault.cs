namespace RegionalNetwork.Server.People;

/// <summary>
/// Seals what is personal with a key of each person's own, which lives outside the journal. What is sealed may stand in the
/// journal for ever; once the person's key is destroyed nobody can read it again.
/// </summary>
/// <remarks>All members may be called from any thread at any time.</remarks>
internal interface IPersonVault : IDisposable
{
    /// <summary>
    /// The code that somebody registers under: the one that is proposed, or the one that they got a moment ago at another node whose
    /// vault this is too. Theirs until <see cref="Destroy"/>.
    /// </summary>
    /// <param name="identity">Who they are, always the same bytes.</param>
    string CodeFor(ReadOnlySpan<byte> identity, string proposed);

    /// <summary>
    /// Makes the keys of people who have none yet, all in one durable step. <see cref="Seal"/> makes a single one by itself.
    /// </summary>
    void MakeKeys(IReadOnlyCollection<string> people);

    /// <summary>Encrypts for a person. Their key is on disk when this returns. Two calls never give the same bytes.</summary>
    /// <exception cref="InvalidOperationException">The person was erased: they get no key again.</exception>
    byte[] Seal(string person, ReadOnlySpan<byte> plaintext);

    /// <summary>What was sealed for the person; null when their key is destroyed or not here.</summary>
    /// <exception cref="InvalidDataException">The bytes were changed, or were sealed for somebody else.</exception>
    byte[]? Open(string person, ReadOnlySpan<byte> sealedBytes);

    /// <summary>Whether the person has a key here.</summary>
    bool Holds(string person);

    /// <summary>
    /// Destroys a person's key; when this returns no file of the vault holds it. It is no error when there is none: the person
    /// gets no key afterwards either way.
    /// </summary>
    void Destroy(string person);
}
