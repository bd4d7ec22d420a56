using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Voucherify.Loyalties.Tests.Docs;

/// <summary>Stands for the host's builder in the snippets.</summary>
internal sealed record Builder(IServiceCollection Services, IConfiguration Configuration)
{
    public Builder(params (string Key, string? Value)[] settings)
        : this(
            new ServiceCollection(),
            new ConfigurationBuilder()
                .AddInMemoryCollection(settings.ToDictionary(static pair => pair.Key, static pair => pair.Value))
                .Build())
    {
    }
}
