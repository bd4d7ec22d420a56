using System.Globalization;
using Voucherify.Loyalties.CodeGen.Document;
using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>The body of a method that lists all items of a paged list.</summary>
internal sealed class PagingEmitter(ApiModel model, MethodModel method)
{
    private readonly PagingModel _paging = method.Main.Paging!;
    private readonly QueryParameterModel _limit = Parameter(method, "limit");

    private string LargestPage => (_limit.Maximum ?? 10).ToString(CultureInfo.InvariantCulture);

    public void Write(CodeWriter writer)
    {
        if (_paging.ByCursor)
        {
            ByCursor(writer);
        }
        else
        {
            ByNumber(writer);
        }
    }

    private void ByCursor(CodeWriter writer)
    {
        var cursor = Parameter("starting_after_id").Property.Name;
        var start = Query(cursor);
        var idOf = Member(_paging.Item, "id") is not { } id ? "_ => null"
            : id.Type.Kind == TypeKind.Id ? $"item => item.{id.Name}.Value"
            : $"item => item.{id.Name}";
        writer.Line($"var pageSize = {Query(_limit.Property.Name)} ?? {LargestPage};");
        writer.Line($"return CursorPaging.EnumerateAsync<{_paging.Item.CSharp}>(").Indent(() => writer
            .Line($"async (cursor, token) =>")
            .Line("{")
            .Indent(() => writer
                .Line($"var page = await {FetchPage($"{cursor} = cursor, {_limit.Property.Name} = pageSize")}.ConfigureAwait(false);")
                .Line($"return new(page.{_paging.Items.Name}, {Page("has_more")}, {Page("more_starting_after")});"))
            .Line("},")
            .Line($"{idOf}, {start}, pageSize, cancellationToken);"));
    }

    private void ByNumber(CodeWriter writer)
    {
        var page = Parameter("page");
        var number = page.Property.Name;
        var last = page.Maximum?.ToString(CultureInfo.InvariantCulture) ?? "int.MaxValue";
        writer.Line("// Whoever names the first page counts in pages of the service's own size.");
        writer.Line($"var pageSize = {Query(_limit.Property.Name)} ?? ({Query(number)} is null ? {LargestPage} : {_limit.Default ?? 10});");
        writer.Line($"return NumberedPaging.EnumerateAsync<{_paging.Item.CSharp}>(").Indent(() => writer
            .Line($"async (number, token) => (await {FetchPage($"{number} = number, {_limit.Property.Name} = pageSize")}.ConfigureAwait(false)).{_paging.Items.Name},")
            .Line($"{Query(number)} ?? 1, {last}, pageSize, cancellationToken);"));
    }

    private string FetchPage(string change)
    {
        var arguments = Signature.Parameters(method).Select(parameter => parameter.Name switch
        {
            "query" when method.Main.Query!.HasRequired => $"query with {{ {change} }}",
            "query" => $"(query ?? new()) with {{ {change} }}",
            "cancellationToken" => "token",
            var name => name,
        });
        return $"{method.Name}PageAsync({string.Join(", ", arguments)})";
    }

    private string Query(string member) => method.Main.Query!.HasRequired ? $"query.{member}" : $"query?.{member}";

    private QueryParameterModel Parameter(string wire) => Parameter(method, wire);

    private static QueryParameterModel Parameter(MethodModel method, string wire) =>
        method.Main.Query?.Parameters.FirstOrDefault(parameter => parameter.Property.Wire == wire)
        ?? throw new DocumentException(Pointers.At(method.Main.Pointer, SpecExtensions.Paging), $"A list that pages this way needs the query parameter '{wire}'.");

    private string Page(string wire) => Member(method.Main.Answer!.Type, wire) is not null ? $"page.{Naming.Pascal(wire)}" : "null";

    private PropertyModel? Member(TypeRef type, string wire) =>
        model.Find(type)?.Properties.FirstOrDefault(property => property.Wire == wire);
}
