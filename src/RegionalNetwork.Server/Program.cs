using RegionalNetwork.Server.CommandLine;

return await Commands.RunAsync(args);
