using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Voucherify.Loyalties;

// A worker that the kill tests start and end: the file of the queue, the address of the sandbox, its key, and the window in seconds.
var (file, address, appId, appToken) = (args[0], new Uri(args[1]), args[2], args[3]);
var window = TimeSpan.FromSeconds(double.Parse(args[4], CultureInfo.InvariantCulture));
var builder = Host.CreateApplicationBuilder();
builder.Logging.ClearProviders();
builder.Services.AddVoucherifyLoyalties(options =>
{
    options.Cluster = VoucherifyCluster.Dedicated(address);
    options.Credentials = LoyaltyCredentials.ApiKey(appId, appToken);
    options.AttemptTimeout = options.TotalTimeout = TimeSpan.FromSeconds(1);
    options.Ordering.SettleDelay = TimeSpan.FromMilliseconds(20);
    options.Reconciliation.NoAnswerWindow = options.Reconciliation.ServiceErrorWindow = window;
});
builder.Services
    .AddVoucherifyLoyaltyQueue(static options =>
    {
        options.SendWindow = TimeSpan.FromSeconds(1);
        options.SettleInterval = TimeSpan.FromSeconds(1);
        options.PollingInterval = TimeSpan.FromSeconds(0.5);
    })
    .UseSqlite(file)
    .WithWorker();
await builder.Build().RunAsync();
