using System.Text.Json.Serialization;

namespace RegionalNetwork.Server.GraphQLHttp.Streaming;

/// <summary>Writes an operation's id without reflection.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class SocketJson : JsonSerializerContext;
