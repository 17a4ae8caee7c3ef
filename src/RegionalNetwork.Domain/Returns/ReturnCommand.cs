using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Returns;

/// <summary>A command to the grain of one return.</summary>
/// <param name="Scope">
/// Of the collection: whoever is not of that service is told the same whether there is a return or not.
/// </param>
public abstract record ReturnCommand(ReturnKey Return, ServiceScope Scope);
