using System.Collections;
using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Security;

/// <summary>Objects that hold a secret expose it neither in ToString, nor in the debugger, nor through their public members.</summary>
public sealed class CanaryObjectTests
{
    public static TheoryData<string> Kinds => [.. SecretCredentials.All.Keys];

    [Theory, MemberData(nameof(Kinds))]
    public void Public_members_of_options_and_clients_expose_no_secret(string kind)
    {
        var options = new LoyaltyClientOptions { Credentials = SecretCredentials.All[kind]() };
        using var client = new LoyaltyClient(options);

        Canary.AssertNotIn(TextsOf(options));
        Canary.AssertNotIn(TextsOf(options.Credentials));
        Canary.AssertNotIn(TextsOf(client));
        Canary.AssertNotIn(TextsOf(client.Parts));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Serialized_options_and_credentials_contain_no_secret(string kind)
    {
        var options = new LoyaltyClientOptions { Credentials = SecretCredentials.All[kind]() };

        Assert.Contains("AttemptTimeout", Serialized(options), StringComparison.Ordinal);
        Canary.AssertNotIn([
            Serialized(options),
            Serialized(options.Credentials),
            Serialized(new { options.Credentials, Same = (object)options.Credentials }),
        ]);
    }

    [Fact]
    public void Options_from_a_configuration_expose_no_secret()
    {
        var settings = new Dictionary<string, string?> { ["V:AppId"] = Canary.AppId, ["V:AppToken"] = Canary.AppToken };
        var services = new ServiceCollection();
        services.AddVoucherifyLoyalties(new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("V"));
        using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<LoyaltyClientOptions>>().Value;

        Assert.NotNull(options.Credentials);
        Canary.AssertNotIn([.. TextsOf(options), Serialized(options)]);
    }

    [Fact]
    public void ToString_of_requests_and_responses_hides_their_token()
    {
        Canary.AssertNotIn(
        [
            $"{new OAuthToken { AccessToken = Canary.Bearer }}",
            $"{new RevokeTokenRequest { AccessToken = Canary.Bearer }}",
            $"{new IntrospectTokenRequest { AccessToken = Canary.Bearer }}",
            $"{new Export { Id = "exp_1", Result = new() { Url = "https://download.voucherify.io/exp_1?token=" + Canary.Bearer } }}",
        ]);
    }

    /// <summary>The debugger shows the ToString of an object, and hides the fields of credentials.</summary>
    [Fact]
    public void The_debugger_shows_no_secret()
    {
        var displays = typeof(LoyaltyClient).Assembly
            .GetTypes()
            .Select(static type => type.GetCustomAttribute<DebuggerDisplayAttribute>(inherit: true)?.Value)
            .OfType<string>();
        Assert.All(displays, static display => Assert.Equal("{ToString(),nq}", display));

        foreach (var kind in SecretCredentials.All.Values)
        {
            var credentials = kind();
            Assert.NotNull(credentials.GetType().GetCustomAttribute<DebuggerDisplayAttribute>(inherit: true));
            Canary.AssertNotIn(BrowsableIn(credentials));
        }
    }

    [Fact]
    public void A_refused_webhook_shows_no_secret()
    {
        var body = """{"type":"voucher.loyalty_card.points_added"}"""u8.ToArray();

        Assert.False(LoyaltyWebhook.Verify(body, new string('0', 64), Canary.WebhookSecret));
        Assert.False(LoyaltyWebhook.Verify(body, Canary.WebhookSecret, Canary.WebhookSecret));
        Canary.AssertNotIn(TextsOf(LoyaltyWebhook.Parse(body)));
    }

    [Fact]
    public void The_search_for_secrets_finds_an_exposed_secret()
    {
        Assert.Contains(TextsOf(new Holder(new Holder(Canary.AppToken))), Canary.IsIn);
        Assert.True(Canary.IsIn(Serialized(new Holder(Canary.AppToken))));
        Assert.Contains(BrowsableIn(new Holder(Canary.AppToken)), Canary.IsIn);
    }

    private static string Serialized(object value) => JsonSerializer.Serialize(value);

    /// <summary>Returns the ToString of an object and of everything that its public members lead to.</summary>
    private static List<string> TextsOf(object root)
    {
        var (texts, seen, waiting) = (
            new List<string>(), new HashSet<object>(ReferenceEqualityComparer.Instance), new Queue<object>([root]));
        while (waiting.TryDequeue(out var next))
        {
            texts.Add(next.ToString() ?? "");
            foreach (var value in ValuesOf(next).OfType<object>().Where(seen.Add))
            {
                waiting.Enqueue(value);
            }
        }

        return texts;
    }

    private static IEnumerable<object?> ValuesOf(object value)
    {
        if (value is string)
        {
            return [];
        }

        if (value is IEnumerable items)
        {
            return items.Cast<object?>();
        }

        return value.GetType().Namespace?.StartsWith(nameof(Voucherify), StringComparison.Ordinal) == true
            ? value.GetType()
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(static property => property.GetIndexParameters().Length == 0)
                .Select(property => property.GetValue(value))
            : [];
    }

    private static IEnumerable<string> BrowsableIn(object value) => value.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
        .Where(static property => property.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State != DebuggerBrowsableState.Never)
        .Select(property => $"{property.GetValue(value)}")
        .Concat(value.GetType().GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(static field => field.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State != DebuggerBrowsableState.Never)
            .Select(field => $"{field.GetValue(value)}"));

    private sealed record Holder(object Held);
}
