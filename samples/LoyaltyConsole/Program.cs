using LoyaltyConsole;

using var signals = new StopSignals();
return await App.RunAsync(args, Shell.OfProcess(), signals.Token);
