// Written by records.mjs from tests/clients/operations and schema/; do not edit.
#nullable enable
namespace RegionalNetwork.Clients;

/// <summary>The answer to council-benchmark.graphql.</summary>
internal sealed record CouncilBenchmark(CouncilBenchmarkCouncil? Council, CouncilBenchmarkBenchmark? Benchmark);

internal sealed record CouncilBenchmarkBenchmark(CouncilBenchmarkBenchmarkIndicator Indicator, CouncilBenchmarkBenchmarkPeriod Period, IReadOnlyList<CouncilBenchmarkBenchmarkRows> Rows, CouncilBenchmarkBenchmarkRegion? Region, CouncilBenchmarkBenchmarkEngland England);

internal sealed record CouncilBenchmarkBenchmarkEngland(double? Value);

internal sealed record CouncilBenchmarkBenchmarkRegion(double? Value, CouncilBenchmarkBenchmarkRegionCoverage? Coverage);

internal sealed record CouncilBenchmarkBenchmarkRegionCoverage(int Contributors, int Expected);

internal sealed record CouncilBenchmarkBenchmarkRows(string Code, string Name, CouncilBenchmarkBenchmarkRowsFigure? Figure);

internal sealed record CouncilBenchmarkBenchmarkRowsFigure(double? Value, string Status);

internal sealed record CouncilBenchmarkBenchmarkPeriod(string Code);

internal sealed record CouncilBenchmarkBenchmarkIndicator(string Name, string Unit, string Polarity);

internal sealed record CouncilBenchmarkCouncil(string Code, string Name, CouncilBenchmarkCouncilFigure? Figure, CouncilBenchmarkCouncilSeries? Series);

internal sealed record CouncilBenchmarkCouncilSeries(IReadOnlyList<CouncilBenchmarkCouncilSeriesPoints> Points);

internal sealed record CouncilBenchmarkCouncilSeriesPoints(CouncilBenchmarkCouncilSeriesPointsPeriod Period, CouncilBenchmarkCouncilSeriesPointsFigure Figure);

internal sealed record CouncilBenchmarkCouncilSeriesPointsFigure(double? Value, string Status);

internal sealed record CouncilBenchmarkCouncilSeriesPointsPeriod(string Code);

internal sealed record CouncilBenchmarkCouncilFigure(double? Value, string Status);

/// <summary>The answer to council-profile.graphql.</summary>
internal sealed record CouncilProfile(CouncilProfileCouncil? Council);

internal sealed record CouncilProfileCouncil(string Code, string? ThreeDigitCode, string Name, string Type, CouncilProfileCouncilRegion Region, DateOnly OperationalFrom, IReadOnlyList<CouncilProfileCouncilNetworks> Networks, IReadOnlyList<CouncilProfileCouncilPrincipalSocialWorkers> PrincipalSocialWorkers, IReadOnlyList<CouncilProfileCouncilPriorities> Priorities, CouncilProfileCouncilWorkstreamsConnection WorkstreamsConnection);

internal sealed record CouncilProfileCouncilWorkstreamsConnection(int TotalCount, IReadOnlyList<CouncilProfileCouncilWorkstreamsConnectionNodes> Nodes);

internal sealed record CouncilProfileCouncilWorkstreamsConnectionNodes(string Title);

internal sealed record CouncilProfileCouncilPriorities(string Year, string Title, string Status);

internal sealed record CouncilProfileCouncilPrincipalSocialWorkers(string Title, string Scope, DateOnly From);

internal sealed record CouncilProfileCouncilNetworks(string Code, string Name);

internal sealed record CouncilProfileCouncilRegion(string Code, string Name);

/// <summary>The answer to network-councils.graphql.</summary>
internal sealed record NetworkCouncils(NetworkCouncilsNetwork? Network);

internal sealed record NetworkCouncilsNetwork(string Name, string Scope, IReadOnlyList<NetworkCouncilsNetworkMembers> Members);

internal sealed record NetworkCouncilsNetworkMembers(DateOnly From, DateOnly? To, NetworkCouncilsNetworkMembersCouncil Council);

internal sealed record NetworkCouncilsNetworkMembersCouncil(string Code, string Name, string Type);
