using LoyaltyApi;
using LoyaltyApi.Callers;
using LoyaltyApi.Credits;
using LoyaltyApi.Documentation;
using LoyaltyApi.Webhooks;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Voucherify.Loyalties;
using Voucherify.Loyalties.Queue;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Limits.MaxRequestBodySize = 1024 * 1024);
builder.AddCallers();
builder.AddDocumentation();
builder.AddVoucherify();
builder.AddOrders();
builder.Services.AddSingleton<Arrivals>();
builder.Services.AddProblemDetails();

// Otherwise only the environment Development says what is wrong with a request. The exception handler turns it into problem details.
builder.Services.Configure<RouteHandlerOptions>(static routes => routes.ThrowOnBadRequest = true);
builder.Services.AddExceptionHandler<LoyaltyProblems>();
builder.Services.AddHealthChecks().AddCheck<LoyaltyHealthCheck>("voucherify").AddCheck<AdjustmentQueueHealthCheck>("queue");
var telemetry = builder.Services.AddOpenTelemetry()
    .ConfigureResource(static resource => resource.AddService("LoyaltyApi"))
    .WithTracing(static traces => traces
        .AddAspNetCoreInstrumentation()
        .AddSource(LoyaltyTelemetry.ActivitySourceName, LoyaltyQueueTelemetry.ActivitySourceName))
    .WithMetrics(static metrics => metrics.AddMeter(LoyaltyTelemetry.MeterName, LoyaltyQueueTelemetry.MeterName));
if (builder.Configuration.GetValue("Telemetry:Console", defaultValue: false))
{
    telemetry
        .WithTracing(static traces => traces.AddConsoleExporter())
        .WithMetrics(static metrics => metrics.AddConsoleExporter());
}

var app = builder.Build();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.UseAuthentication();
app.UseAuthorization();
app.MapDocumentation();
app.MapDevelopmentTokens();
app.MapHealthChecks("/health").AllowAnonymous();
app.MapOrderCredits();
app.MapCards();
app.MapVoucherifyWebhook();
await app.RunAsync();
