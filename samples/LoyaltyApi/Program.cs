using LoyaltyApi;
using LoyaltyApi.Credits;
using LoyaltyApi.Webhooks;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Voucherify.Loyalties;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Limits.MaxRequestBodySize = 1024 * 1024);
builder.AddVoucherify();
builder.Services.AddSingleton<OrderCredits>();
builder.Services.AddSingleton<Arrivals>();
builder.Services.AddProblemDetails();
builder.Services.AddExceptionHandler<LoyaltyProblems>();
builder.Services.AddHealthChecks().AddCheck<LoyaltyHealthCheck>("voucherify");
if (builder.Configuration.GetValue("Telemetry:Console", defaultValue: true))
{
    builder.Services.AddOpenTelemetry()
        .ConfigureResource(static resource => resource.AddService("LoyaltyApi"))
        .WithTracing(static traces => traces.AddSource("Microsoft.AspNetCore", "Voucherify.Loyalties").AddConsoleExporter())
        .WithMetrics(static metrics => metrics.AddMeter("Voucherify.Loyalties").AddConsoleExporter());
}

var app = builder.Build();
app.UseExceptionHandler(new ExceptionHandlerOptions
{
    StatusCodeSelector = static error => error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
});
app.MapHealthChecks("/health");
app.MapOrderCredits();
app.MapCards();
app.MapVoucherifyWebhook();
await app.RunAsync();
