using Voucherify.Loyalties;
using Voucherify.Loyalties.Sandbox;

namespace LoyaltyApi;

/// <summary>Registers the client: for the project in the configuration, or for an embedded sandbox if the configuration has none.</summary>
internal static class VoucherifySetup
{
    public const string Section = "Voucherify";

    /// <summary>
    /// Registers the client. The application key belongs in the environment (<c>Voucherify__AppId</c>, <c>Voucherify__AppToken</c>) or in a
    /// secret store, never in <c>appsettings.json</c>.
    /// </summary>
    public static void AddVoucherify(this WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(Section);
        if (section["AppId"] is null && section["AppToken"] is null)
        {
            builder.Services.AddSingleton(static _ => CreateSandbox());
            builder.Services.AddSingleton<ILoyaltyClient>(static services => OnSandbox(services.GetRequiredService<LoyaltySandbox>()));
        }
        else
        {
            builder.Services.AddVoucherifyLoyalties(section);
        }
    }

    private static LoyaltyClient OnSandbox(LoyaltySandbox sandbox) => new(sandbox.CreateClientOptions(), sandbox.CreateHandler());

    private static LoyaltySandbox CreateSandbox()
    {
        var sandbox = LoyaltySandbox.Create();
        sandbox.V1.AddCard("ANNA", points: 500);
        sandbox.V1.AddCard("BEN");
        return sandbox;
    }
}
