using Voucherify.Loyalties.PackageTests.Support;

namespace Voucherify.Loyalties.PackageTests;

/// <summary>A program for net8.0 that stays on the packages of that time can use the SDK.</summary>
public sealed class OldDependencyTests(PackedPackages packages)
{
    private const string Program = """
        using System.Net;
        using System.Text;
        using Microsoft.Extensions.DependencyInjection;
        using Voucherify.Loyalties;
        using Voucherify.Loyalties.V1;

        var services = new ServiceCollection();
        services.AddVoucherifyLoyalties(options =>
        {
            options.Credentials = LoyaltyCredentials.ApiKey("app-id", "app-token");
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        }).ConfigurePrimaryHttpMessageHandler(() => new Canned());
        await using var provider = services.BuildServiceProvider();

        var member = await provider.GetRequiredService<ILoyaltyClient>().V1.Members.GetMemberAsync("ANNA");

        Console.WriteLine($"{member.LoyaltyCard?.Balance} points");

        // Refuses the first attempt, so that a retry follows.
        sealed class Canned : HttpMessageHandler
        {
            private int _attempts;

            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
                Task.FromResult(new HttpResponseMessage(_attempts++ == 0 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK)
                {
                    Content = new StringContent(
                        "{\"id\":\"v_1\",\"code\":\"ANNA\",\"loyalty_card\":{\"balance\":500}}", Encoding.UTF8, "application/json"),
                });
        }
        """;

    // Not all of them at once: Microsoft.Extensions.Http 8.0.1 itself needs Options and Logging.Abstractions 8.0.2.
    [Theory]
    [InlineData("8.0.0", "DependencyInjection", "Http", "Logging.Abstractions", "Options")]
    [InlineData("8.0.1", "DependencyInjection", "Http")]
    [InlineData("8.0.1", "DependencyInjection", "Logging.Abstractions", "Options")]
    public async Task A_program_with_old_packages_restores_without_a_downgrade_and_runs(string version, params string[] extensions)
    {
        using var project = await FreshProject.CreateAsync(packages.Folder);
        await project.UseNet8Async(
        [
            .. extensions.Select(name => ($"Microsoft.Extensions.{name}", version)),
            ("Polly.Core", "8.4.2"),
            (packages.Sdk.Id, packages.Sdk.Version),
        ]);

        var program = await project.RunAsync(Program);

        program.Expect(program.Lines.SequenceEqual(["500 points"]), "500 points");
        Assert.Equal(["8.4.2"], project.VersionsOf("polly.core"));
        Assert.All(
            project.VersionsOf("microsoft.extensions.http"), static found => Assert.StartsWith("8.0.", found, StringComparison.Ordinal));
    }
}
