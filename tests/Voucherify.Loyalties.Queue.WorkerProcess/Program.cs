using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Voucherify.Loyalties;
using Voucherify.Loyalties.Queue;
using Voucherify.Loyalties.Queue.WorkerProcess;

// A worker that the kill tests start and end.
var arguments = new WorkerArguments(args);
var point = new EndingPoint(arguments.EndsAt, arguments.Freezes);
var builder = Host.CreateApplicationBuilder();
builder.Logging.ClearProviders();
builder.Services
    .AddVoucherifyLoyalties(options =>
    {
        options.Cluster = VoucherifyCluster.Dedicated(arguments.Address);
        options.Credentials = arguments.Credentials;
        options.AttemptTimeout = options.TotalTimeout = TimeSpan.FromSeconds(1);
        options.Ordering.SettleDelay = TimeSpan.FromMilliseconds(20);
        options.Reconciliation.NoAnswerWindow = options.Reconciliation.ServiceErrorWindow = arguments.Window;
        options.BeforeAttempt = (_, _) =>
        {
            point.At("guard.before");
            return ValueTask.CompletedTask;
        };
    })
    .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
    {
        PlaintextStreamFilter = arguments.EndsAt is null
            ? null
            : (context, _) => ValueTask.FromResult<Stream>(new EndingStream(context.PlaintextStream, point)),
    });
builder.Services
    .AddVoucherifyLoyaltyQueue(options =>
    {
        options.SendWindow = TimeSpan.FromSeconds(1);
        options.SettleInterval = TimeSpan.FromSeconds(1);
        options.PollingInterval = TimeSpan.FromSeconds(0.5);
        options.MaxCallsPerCycle = arguments.Cap;
        options.MaxCallsPerMinute = arguments.Rate;
        options.SkipsGuard = arguments.IsUnguarded;
        options.RateShare = arguments.Share ?? options.RateShare;
    })
    .WithWorker();
AdjustmentStore store = arguments.Postgres is { } connection
    ? new PostgreSqlAdjustmentStore(connection)
    : new SqliteAdjustmentStore(arguments.File) { TestPragma = arguments.Pragma };
builder.Services.AddSingleton<AdjustmentStore>(new EndingStore(store, point));
await builder.Build().RunAsync();
