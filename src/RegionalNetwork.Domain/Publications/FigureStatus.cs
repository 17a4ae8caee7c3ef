namespace RegionalNetwork.Domain.Publications;

/// <summary>Why a cell holds no plain number, or what qualifies it. Symbols are the DfE open data standard's.</summary>
public enum FigureStatus
{
    /// <summary>A number.</summary>
    Value,

    /// <summary><c>c</c>: suppressed to protect confidentiality.</summary>
    Confidential,

    /// <summary><c>z</c>: does not apply.</summary>
    NotApplicable,

    /// <summary><c>x</c>, or the legacy <c>:</c>: not available.</summary>
    NotAvailable,

    /// <summary><c>u</c>: too unreliable to publish; left out of totals.</summary>
    LowReliability,

    /// <summary><c>low</c>, <c>k</c>, or the legacy <c>~</c>: rounds to zero but is not zero.</summary>
    Low,
}
