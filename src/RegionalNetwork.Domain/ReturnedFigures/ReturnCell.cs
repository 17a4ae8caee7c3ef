namespace RegionalNetwork.Domain.ReturnedFigures;

/// <summary>One cell of a collection's table.</summary>
/// <param name="Row">Name of the row, as <c>ReturnCollection.NameOf</c> makes it.</param>
/// <param name="Field">Name of the column.</param>
internal readonly record struct ReturnCell(string Row, string Field);

/// <summary>What a value is made of: something counted, and what it is divided by.</summary>
/// <param name="Denominator">Null for a count.</param>
internal readonly record struct FigurePart(ReturnCell Numerator, ReturnCell? Denominator);
