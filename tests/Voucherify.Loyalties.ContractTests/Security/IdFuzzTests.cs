using System.Text.Json;
using CsCheck;
using Microsoft.AspNetCore.Http.Features;
using Voucherify.Loyalties.ContractTests.Support;

namespace Voucherify.Loyalties.ContractTests.Security;

/// <summary>
/// Ten thousand ids that try to be more than one path segment. Each is refused before anything is sent, or arrives in the raw target of a
/// real socket as one segment that decodes to the id.
/// </summary>
public sealed class IdFuzzTests
{
    private const int Count = 10_000;

    private static readonly Gen<string> Part = Gen.OneOf(
        Gen.OneOf(
            "/",
            "//",
            "\\",
            "..",
            ".",
            "../",
            "/..",
            "%2e%2e",
            "%2E",
            "%2f",
            "%5c",
            "%252f",
            "%",
            "%0d%0a",
            "%00",
            "?",
            "#",
            "&",
            "=",
            ";",
            ":",
            "@",
            "+",
            " ",
            "~",
            "\r\n",
            "\0",
            "\u0085",
            "\u00a0",
            "\u2028",
            "\u202e",
            "\u2215",
            "\uff0f",
            "\ufeff",
            "e\u0301",
            "\ud83c\udf81",
            "\ud83c",
            "\udf81",
            "http://",
            "https://evil.example/",
            "//evil.example",
            "user:pw@",
            "X-Injected: 1",
            "v1",
            "members",
            "balance",
            "[::1]",
            "{memberId}"),
        Gen.Char.Array[0, 6].Select(static chars => new string(chars)),
        Gen.Char['!', '~'].Array[0, 12].Select(static chars => new string(chars)));

    private static readonly Gen<string> Id = Part.Array[0, 6].Select(string.Concat);

    [Fact]
    public async Task Ten_thousand_hostile_ids_each_stay_one_path_segment_or_are_refused()
    {
        await using var server = await LoopbackServer.StartAsync(static context =>
            LoopbackServer.RespondAsync(
                context, JsonSerializer.Serialize(new { id = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget })));
        using var client = LoopbackClient.For(server.Address).Build();
        var (arrived, refused) = (0, 0);

        await Parallel.ForEachAsync(Id.Cases(seed: 1, Count), TestContext.Current.CancellationToken, async (id, stop) =>
        {
            if (await TargetOfAsync(client, id, stop) is { } target)
            {
                Interlocked.Increment(ref arrived);
                Assert.Equal(
                    (id, "/v1/loyalties/members/"),
                    (Uri.UnescapeDataString(target[(target.LastIndexOf('/') + 1)..]), target[..(target.LastIndexOf('/') + 1)]));
                Assert.DoesNotContain(target, static c => c is <= ' ' or >= (char)127 or '?' or '#' or '\\');
            }
            else
            {
                Interlocked.Increment(ref refused);
            }
        });

        Assert.Equal(Count, arrived + refused);
        Assert.Equal(arrived, server.Requests.Count);
        Assert.All(server.Requests, static request => Assert.DoesNotContain("X-Injected", request.Headers.Keys));

        // Both results occur thousands of times.
        Assert.True(arrived > 2000 && refused > 2000, $"{arrived} arrived, {refused} were refused");
    }

    /// <summary>Returns the target on the wire, or null if the id was refused.</summary>
    private static async Task<string?> TargetOfAsync(LoyaltyClient client, string id, CancellationToken stop)
    {
        try
        {
            return (await client.V1.Members.GetMemberAsync(id, cancellationToken: stop)).Id;
        }
        catch (ArgumentException error)
        {
            Assert.Equal("memberId", error.ParamName);
            return null;
        }
    }
}
