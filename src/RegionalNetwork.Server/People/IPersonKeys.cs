namespace RegionalNetwork.Server.People;

/// <summary>A vault that outlasts its process: its keys can go to another one.</summary>
internal interface IPersonKeys : IPersonVault
{
    /// <summary>Everybody, with their key as it is; null for those who were erased.</summary>
    IReadOnlyList<(string Person, byte[]? Key)> ReadAll();

    /// <summary>Adds people as another vault has them, in one durable step. Who is here already stays as they are.</summary>
    void Add(IReadOnlyCollection<(string Person, byte[]? Key)> people);
}
