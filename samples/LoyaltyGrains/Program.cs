using System.Net;
using LoyaltyGrains;
using LoyaltySending;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using StackExchange.Redis;
using Voucherify.Loyalties;

// A silo whose grains are cards, which send their points. Start as many as you like.
var builder = Host.CreateApplicationBuilder(args);
var options = builder.Configuration.GetSection("Grains").Get<GrainOptions>() ?? new GrainOptions();
builder.Services.AddVoucherifyLoyalties(builder.Configuration.GetSection("Voucherify"));
builder.Services.AddSingleton(options);
builder.Services.AddSingleton(services => new PointsSender(
    services.GetRequiredService<ILoyaltyClient>(), services.GetRequiredService<TimeProvider>(), options.SendWithin));
builder.UseOrleans(silo => silo
    .Configure<ClusterOptions>(static cluster => cluster.ClusterId = cluster.ServiceId = "loyalty")
    .Configure<ClusterMembershipOptions>(builder.Configuration.GetSection("Membership"))
    .Configure<ReminderOptions>(builder.Configuration.GetSection("Reminders"))
    .ConfigureEndpoints(IPAddress.Loopback, options.SiloPort, options.GatewayPort)
    .UseRedisClustering(options.Redis)
    .AddRedisGrainStorageAsDefault(storage => storage.ConfigurationOptions = ConfigurationOptions.Parse(options.Redis))
    .UseRedisReminderService(reminders => reminders.ConfigurationOptions = ConfigurationOptions.Parse(options.Redis)));
await builder.Build().RunAsync();
