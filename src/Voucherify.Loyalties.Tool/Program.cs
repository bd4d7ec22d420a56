using Voucherify.Loyalties.CommandLine;
using Voucherify.Loyalties.Tool;

using var signals = new StopSignals();
return await ToolApp.RunAsync(args, Shell.OfProcess(), signals.Token);
