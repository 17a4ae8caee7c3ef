using System.Net;
using RegionalNetwork.Server.GraphQLHttp.Documents;
using RegionalNetwork.Server.GraphQLHttp.RateLimiting;

namespace RegionalNetwork.Server.Tests.GraphQLHttp.Documents;

public sealed class PersistedDocumentsTests
{
    private static readonly CallerKey Quiet = new("quiet", 0);
    private static readonly CallerKey Flooding = new(null, CallerKey.NetworkOf(IPAddress.Loopback));

    [Fact]
    public void As_many_documents_are_kept_as_the_limit_says_and_then_the_oldest_goes()
    {
        var documents = new PersistedDocuments(3, 1_000);
        AddAll(documents, Quiet, "a", "b", "c");
        Assert.Equal(["a", "b", "c"], KeptOf(documents, "a", "b", "c"));

        AddAll(documents, Quiet, "d");
        Assert.Equal(3, KeptOf(documents, "a", "b", "c", "d").Length);
        Assert.Equal("d", documents.Find("d"));
    }

    [Fact]
    public void Characters_are_limited_together()
    {
        var documents = new PersistedDocuments(10, 5);
        documents.Add("1", "abc", Quiet);
        documents.Add("2", "de", Quiet);
        Assert.Equal(("abc", "de"), (documents.Find("1"), documents.Find("2")));

        documents.Add("3", "f", Quiet);
        Assert.Null(documents.Find("1"));
        documents.Add("4", "abcdef", Quiet);
        Assert.Null(documents.Find("4"));
    }

    [Fact]
    public void A_document_that_is_asked_for_outlives_one_that_is_not()
    {
        var documents = new PersistedDocuments(3, 1_000);
        AddAll(documents, Quiet, "used", "unused", "last");
        _ = documents.Find("used");

        AddAll(documents, Quiet, "new");

        Assert.Equal(["used", "last", "new"], KeptOf(documents, "used", "unused", "last", "new"));
    }

    [Fact]
    public void A_flood_of_one_caller_drives_out_only_their_own()
    {
        var documents = new PersistedDocuments(10, 1_000_000);
        AddAll(documents, Quiet, "mine 1", "mine 2", "mine 3");
        foreach (var number in Enumerable.Range(0, 5_000))
        {
            AddAll(documents, Flooding, $"flood {number}");
            _ = documents.Find($"flood {number}");
        }

        Assert.Equal(3, KeptOf(documents, "mine 1", "mine 2", "mine 3").Length);
        Assert.Equal("flood 4999", documents.Find("flood 4999"));
    }

    [Fact]
    public void A_caller_with_large_documents_gives_way_before_one_with_many_small_ones()
    {
        var documents = new PersistedDocuments(1_000, 1_000);
        var small = Enumerable.Range(0, 100).Select(number => $"{number:D3}").ToArray();
        AddAll(documents, Quiet, small);
        foreach (var letter in "abcdefgh")
        {
            documents.Add($"{letter}", new string(letter, 300), Flooding);
        }

        Assert.Equal(100, KeptOf(documents, small).Length);
        Assert.Equal(2, "abcdefgh".Count(letter => documents.Find($"{letter}") is not null));
    }

    [Fact]
    public void Addresses_of_one_network_are_one_caller()
    {
        var first = Of("2001:db8:1:2:aaaa::1");
        Assert.Equal(first, Of("2001:db8:1:2:bbbb::2"));
        Assert.NotEqual(first, Of("2001:db8:1:3:aaaa::1"));
        Assert.NotEqual(Of("192.0.2.1"), Of("192.0.2.2"));
    }

    private static CallerKey Of(string address)
    {
        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(address);
        return CallerKey.OfConnection(http, caller: null);
    }

    private static void AddAll(PersistedDocuments documents, CallerKey registrant, params string[] texts)
    {
        foreach (var text in texts)
        {
            documents.Add(text, text, registrant);
        }
    }

    private static string[] KeptOf(PersistedDocuments documents, params string[] texts) =>
        [.. texts.Where(text => documents.Find(text) is not null)];
}
