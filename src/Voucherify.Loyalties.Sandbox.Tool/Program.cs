using Voucherify.Loyalties.CommandLine;
using Voucherify.Loyalties.Sandbox.Tool;

using var signals = new StopSignals();
return await App.RunAsync(args, new Terminal(Console.Out, Console.Error, Environment.GetEnvironmentVariable), signals.Token);
