using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace LoyaltyApi.Tests;

/// <summary>What a person who opens the program in a browser finds.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public async Task The_document_names_every_endpoint_with_its_statuses()
    {
        await using var shop = new Shop();
        shop.Http.DefaultRequestHeaders.Authorization = null;

        var paths = JsonNode.Parse(await shop.Http.GetStringAsync("/openapi/v1.json"))!["paths"]!.AsObject();

        Assert.Equal(
            ["GET /arrivals 200", "GET /cards/{card} 200 400 403 404 503", "POST /orders/{orderId}/points 200 202 400 404 409 502 503"],
            paths.SelectMany(static path => path.Value!.AsObject().Select(operation => string.Join(
                    ' ', [operation.Key.ToUpperInvariant(), path.Key, .. Statuses(operation.Value!)])))
                .Where(static line => !line.Contains("webhooks", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task In_development_the_root_leads_to_a_page_to_try_the_endpoints_on_and_loads_nothing_from_elsewhere()
    {
        await using var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(
            static host => host.UseEnvironment("Development"));
        using var http = factory.CreateClient();

        var page = await http.GetAsync("/");
        var html = await page.Content.ReadAsStringAsync();

        Assert.Equal((HttpStatusCode.OK, "/scalar/"), (page.StatusCode, page.RequestMessage!.RequestUri!.AbsolutePath));
        var scripts = Script().Matches(html).Select(static match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(scripts);
        foreach (var script in scripts)
        {
            Assert.DoesNotContain("//", script, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync($"/scalar/{script}")).StatusCode);
        }
    }

    [Fact]
    public async Task Outside_of_development_there_is_no_page()
    {
        await using var shop = new Shop();

        await Shop.ProblemAsync(await shop.Http.GetAsync("/"), HttpStatusCode.NotFound);
        await Shop.ProblemAsync(await shop.Http.GetAsync("/scalar/"), HttpStatusCode.NotFound);
    }

    private static IEnumerable<string> Statuses(JsonNode operation) =>
        operation["responses"]!.AsObject().Select(static response => response.Key);

    [GeneratedRegex("<script src=\"([^\"]+)\"")]
    private static partial Regex Script();
}
