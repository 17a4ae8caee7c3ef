using System.Globalization;
using System.Text;
using RegionalNetwork.Server.Returns;

namespace RegionalNetwork.Performance.Day;

/// <summary>What comes next for a council's return.</summary>
internal enum ReturnStep
{
    Upload,

    /// <summary>The same table with a figure put right.</summary>
    Correct,

    /// <summary>Uploaded once more, and handed to the approver.</summary>
    Submit,

    /// <summary>Sent back, or approved.</summary>
    Judge,
    Release,
}

/// <summary>One council's return of the quarter that is due, on its way round and round.</summary>
internal sealed class ReturnCycle
{
    /// <summary>A return takes 50 vintages; after these it is sent back each time.</summary>
    private const int VintagesMax = 40;

    private readonly string _beforeFigure;
    private readonly string _afterFigure;
    private readonly double _figure;

    /// <param name="csv">A table whose first row ends in pounds spent, which may rise a little without need of an explanation.</param>
    public ReturnCycle(ReturnAddress address, byte[] csv, Person officer, Person approver)
    {
        (Council, Officer, Approver) = (address.Unit.Key, officer, approver);
        var text = Encoding.UTF8.GetString(csv);
        var firstRow = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        var end = text.IndexOf('\r', firstRow);
        var cell = text.LastIndexOf(',', end) + 1;
        (_beforeFigure, _afterFigure) = (text[..cell], text[end..]);
        _figure = double.Parse(text.AsSpan(cell, end - cell), CultureInfo.InvariantCulture);
    }

    public string Council { get; }

    public Person Officer { get; }

    public Person Approver { get; }

    public ReturnStep Step { get; private set; }

    /// <summary>Number of the last draft that was taken in.</summary>
    public int Draft { get; set; }

    public int Vintages { get; private set; }

    public bool IsUpload => Step is ReturnStep.Upload or ReturnStep.Correct or ReturnStep.Submit;

    /// <summary>Half of the returns are sent back.</summary>
    public bool IsSentBack => Draft % 2 == 0 || Vintages >= VintagesMax;

    /// <summary>The number of the command that is not an upload.</summary>
    public int Commands { get; set; }

    /// <summary>Another table than the one before.</summary>
    public byte[] NextTable() =>
        Encoding.UTF8.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{_beforeFigure}{_figure + ((Draft + 1) / 100.0):0.00}{_afterFigure}"
            )
        );

    /// <summary>The step was acknowledged.</summary>
    public void Advance()
    {
        if (Step == ReturnStep.Judge && !IsSentBack)
        {
            Vintages++;
        }

        Step = Step switch
        {
            ReturnStep.Upload => ReturnStep.Correct,
            ReturnStep.Correct => ReturnStep.Submit,
            ReturnStep.Submit => ReturnStep.Judge,
            ReturnStep.Judge when !IsSentBack => ReturnStep.Release,
            _ => ReturnStep.Upload,
        };
    }
}
