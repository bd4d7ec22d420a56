using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Voucherify.Loyalties.Configuration;

/// <summary>The options of one client, read from a configuration section, and read again when it changes.</summary>
/// <param name="name">The name of the client.</param>
/// <param name="section">The section, which belongs to this client alone.</param>
internal sealed class ConfiguredOptions(string name, IConfigurationSection section)
    : IConfigureNamedOptions<LoyaltyClientOptions>, IOptionsChangeTokenSource<LoyaltyClientOptions>
{
    public string Name => name;

    /// <summary>The path of the section, such as <c>Voucherify</c>.</summary>
    public string Path => section.Path;

    public IChangeToken GetChangeToken() => section.GetReloadToken();

    public void Configure(LoyaltyClientOptions options) => Configure(Options.DefaultName, options);

    /// <exception cref="OptionsValidationException">
    /// A key is unknown, or its value cannot be read. The failures name the keys but never a value.
    /// </exception>
    public void Configure(string? name, LoyaltyClientOptions options)
    {
        if (name != Name)
        {
            return;
        }

        var failures = SectionReader.Read(section, options);
        if (failures.Count > 0)
        {
            throw new OptionsValidationException(Name, typeof(LoyaltyClientOptions), failures);
        }
    }
}
