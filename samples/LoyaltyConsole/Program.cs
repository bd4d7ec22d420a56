using LoyaltyConsole;
using Voucherify.Loyalties.CommandLine;

using var signals = new StopSignals();
return await App.RunAsync(args, Shell.OfProcess(), signals.Token);
