using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>
/// Emits overloads that take the token without the optional parameters before it: <c>GetMemberAsync("ANNA", cancellationToken)</c>. They
/// are extension methods, so that a fake of the interface needs only one method, in the namespace of the client, so that no using is
/// missing.
/// </summary>
internal sealed class ClientExtensionsEmitter(Namespaces namespaces)
{
    private const string Token = "cancellationToken";

    /// <summary>The name of the class. The version is in it, because all versions share the namespace.</summary>
    public string ClassName(ResourceModel resource) => $"{(namespaces.IsPlatform ? "" : namespaces.Folder)}{resource.Class}Extensions";

    public string Emit(ResourceModel resource)
    {
        var writer = CodeWriter.File(
            namespaces.Root,
            namespaces.Public,
            ExperimentalCode.Using(resource.GeneratedMethods.Any(method => method.Main.IsExperimental)),
            resource.HasJson ? "System.Text.Json" : null);
        writer.Summary($"Short forms of the methods of `{resource.Interface}`.");
        writer.Block(
            $"public static partial class {ClassName(resource)}",
            () => writer.Separated(resource.GeneratedMethods.SelectMany(Overloads), overload => Method(writer, resource, overload)));
        return writer.ToString();
    }

    private static IEnumerable<Overload> Overloads(MethodModel method)
    {
        var parameters = Signature.Parameters(method)[..^2];
        var required = parameters.Count(parameter => parameter.Default is null);
        var counts = Enumerable.Range(required, parameters.Count - required + 1).ToList();
        var main = Signature.ReturnType(method);
        foreach (var count in counts)
        {
            yield return new(main, $"{method.Name}Async", [.. parameters.Take(count)], method.Main.IsExperimental);
        }

        if (method.Main.Paging is not null)
        {
            foreach (var count in counts)
            {
                var page = $"Task<{method.Main.Response!.Type.CSharp}>";
                yield return new(page, $"{method.Name}PageAsync", [.. parameters.Take(count)], method.Main.IsExperimental);
            }
        }
    }

    private static void Method(CodeWriter writer, ResourceModel resource, Overload overload)
    {
        var receiver = Naming.Camel(resource.Class[..^"Client".Length]);
        string[] parameters =
        [
            $"this {resource.Interface} {receiver}",
            .. overload.Parameters.Select(parameter => $"{parameter.Type} {parameter.Name}"),
            $"CancellationToken {Token}",
        ];
        writer.Line($"/// <inheritdoc cref=\"{resource.Interface}.{overload.Name}\"/>");
        writer.Experimental(overload.IsExperimental);
        writer.Unwrapped($"public static {overload.Returns} {overload.Name}(").Indent(() => writer.Lines(
            parameters.Select((parameter, index) => parameter + (index < parameters.Length - 1 ? "," : ")"))));
        string[] arguments = [.. overload.Parameters.Select(parameter => parameter.Name), $"{Token}: {Token}"];
        writer.Block(() => writer
            .Line($"ArgumentNullException.ThrowIfNull({receiver});")
            .Line($"return {receiver}.{overload.Name}({string.Join(", ", arguments)});"));
    }

    /// <summary>An overload.</summary>
    private sealed record Overload(string Returns, string Name, IReadOnlyList<SignatureParameter> Parameters, bool IsExperimental);
}
