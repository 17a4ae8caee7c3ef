using System.CommandLine;
using RegionalNetwork.Server.GraphQLHttp;

namespace RegionalNetwork.Server.CommandLine;

/// <summary>What requests may do, beyond one document at a time that the caller chooses.</summary>
internal sealed record RequestOptions(Option<FileSystemInfo> TrustedDocuments, Option<int> Batching)
{
    public static RequestOptions AddTo(RootCommand root)
    {
        var trusted = new Option<FileSystemInfo>("--trusted-documents")
        {
            Description =
                "Run these documents only: a folder of *.graphql files and manifests, or one manifest {hash: document}.",
        };
        trusted.AcceptExistingOnly();
        var batching = new Option<int>("--batching")
        {
            Description = $"Operations that one request may have, 1 to {HttpLimits.BatchOperations}. Otherwise one.",
            CustomParser = given =>
            {
                if (
                    int.TryParse(given.Tokens[0].Value, out var number)
                    && number is > 0 and <= HttpLimits.BatchOperations
                )
                {
                    return number;
                }

                given.AddError($"--batching takes a number from 1 to {HttpLimits.BatchOperations}.");
                return default;
            },
        };
        root.Options.Add(trusted);
        root.Options.Add(batching);
        return new RequestOptions(trusted, batching);
    }
}
