namespace RegionalNetwork.Server.Pages;

/// <summary>One page.</summary>
/// <param name="Title">Text.</param>
/// <param name="Content">HTML: whatever came from outside is encoded already.</param>
internal sealed record PageContent(string Title, string Content)
{
    /// <summary>HTML before the heading, as <see cref="Content"/>: what somebody must know first.</summary>
    public string Notice { get; init; } = "";

    /// <summary>Whether what was sent is to be mended: the window's title begins with it.</summary>
    public bool IsError { get; init; }

    /// <summary>Origins, beside our own, that a form of the page may lead to.</summary>
    public IReadOnlyList<string> FormTargets { get; init; } = [];
}
