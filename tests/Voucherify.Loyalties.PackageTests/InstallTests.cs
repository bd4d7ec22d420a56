using Voucherify.Loyalties.PackageTests.Support;
using Voucherify.Loyalties.Tests.Readme;

namespace Voucherify.Loyalties.PackageTests;

/// <summary>The first steps of a new user: a new project, the packages, and the code of the README.</summary>
public sealed class InstallTests(PackedPackages packages)
{
    [Fact]
    public async Task The_first_snippet_of_the_README_runs_in_a_fresh_project()
    {
        using var project = await FreshProject.CreateAsync(packages.Folder);
        await project.AddAsync(packages.Sdk);
        await project.AddAsync(packages.Sandbox);

        var program = await project.RunAsync(Program(CodeBlocks.Of(Repository.Read("README.md"))));

        program.Expect(program.Lines.SequenceEqual(["100 points for order-1001", "300"]), "100 points, then 300");
        Assert.All([packages.Sdk, packages.Sandbox], package => AssertInstalled(package, project.PackagesFolder));
    }

    /// <summary>Combines the first snippet, with only its address changed, and the unchanged snippets about the sandbox.</summary>
    private static string Program(IReadOnlyList<string> snippets)
    {
        var create = snippets.Index().Single(
            static snippet => snippet.Item.Contains("LoyaltySandbox.Create()", StringComparison.Ordinal)).Index;
        return $$"""
            using Voucherify.Loyalties;
            using Voucherify.Loyalties.Sandbox;
            using Voucherify.Loyalties.Sandbox.V2;
            using Voucherify.Loyalties.V1;
            using Voucherify.Loyalties.V2;

            await FirstAsync(LoyaltySandboxOptions.DefaultAppId, LoyaltySandboxOptions.DefaultAppToken);
            await InMemoryAsync();

            static async Task FirstAsync(string appId, string appToken)
            {
                await using var sandbox = await LoyaltySandbox.StartAsync();
                var programId = sandbox.V2.AddProgram().Id;
                var member = sandbox.V2.AddMember(programId);
                var (memberId, cardId) = (member.Id, member.CardId);
            {{AtSandbox(snippets[0])}}
            }

            static async Task InMemoryAsync()
            {
            {{snippets[create]}}
            {{snippets[create + 1]}}
            }
            """;
    }

    private static string AtSandbox(string snippet)
    {
        const string Options = "new LoyaltyClientOptions { ";
        var parts = snippet.Split(Options);
        Assert.Equal(2, parts.Length);
        return string.Join($"{Options}Cluster = VoucherifyCluster.Dedicated(sandbox.BaseAddress), ", parts);
    }

    /// <summary>Compares the bytes, since another source may have a package with the same version.</summary>
    private static void AssertInstalled(Package package, string packagesFolder)
    {
        var assembly = $"lib/net10.0/{package.Id}.dll";
        // The folders of NuGet are lower-case.
#pragma warning disable CA1308
        var installed = Path.Combine(packagesFolder, package.Id.ToLowerInvariant(), package.Version.ToLowerInvariant(), assembly);
#pragma warning restore CA1308
        Assert.Equal(package.Bytes(assembly), File.ReadAllBytes(installed));
    }
}
