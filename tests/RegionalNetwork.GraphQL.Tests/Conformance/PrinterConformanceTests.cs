using RegionalNetwork.GraphQL.Language;

namespace RegionalNetwork.GraphQL.Tests.Conformance;

public sealed class PrinterConformanceTests
{
    private const string FileName = "printer-cases.jsonl";

    [Fact]
    public void Documents_are_printed_as_the_reference_prints_them()
    {
        var cases = ConformanceFiles.Read(FileName);
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in cases)
        {
            var expected = item.GetProperty("printed").GetString();
            var actual = Printer.Print(Parser.Parse(item.GetProperty("source").GetString()!));
            if (expected != actual)
            {
                faults[item.GetProperty("id").GetString()!] = $"expected\n{expected}\nbut got\n{actual}";
            }
        }

        ConformanceFiles.Judge(FileName, cases.Count, faults);
    }
}
