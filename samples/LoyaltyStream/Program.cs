using LoyaltySending;
using LoyaltyStream;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NATS.Client.JetStream;
using NATS.Client.KeyValueStore;
using NATS.Net;
using Voucherify.Loyalties;

// A worker that sends points from a stream of NATS JetStream. Start as many as you like.
var builder = Host.CreateApplicationBuilder(args);
var options = builder.Configuration.GetSection("Stream").Get<StreamOptions>() ?? new StreamOptions();
builder.Services.AddVoucherifyLoyalties(builder.Configuration.GetSection("Voucherify"));
builder.Services.AddSingleton(options);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(_ => new NatsClient(options.Url));
builder.Services.AddSingleton<INatsJSContext>(static services => services.GetRequiredService<NatsClient>().CreateJetStreamContext());
builder.Services.AddSingleton<INatsKVContext>(static services => services.GetRequiredService<NatsClient>().CreateKeyValueStoreContext());
builder.Services.AddSingleton<PointsPartitions>();
builder.Services.AddSingleton(static services => new PointsSender(
    services.GetRequiredService<ILoyaltyClient>(), TimeProvider.System, services.GetRequiredService<StreamOptions>().SendWithin));
builder.Services.AddHostedService<PointsWorker>();
await builder.Build().RunAsync();
