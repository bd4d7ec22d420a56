using Voucherify.Loyalties.CodeGen.Document;
using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>The body of a method that lists all items of a paged list.</summary>
internal sealed class PagingEmitter(ApiModel model, MethodModel method)
{
    private readonly PagingModel _paging = method.Main.Paging!;

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
        var start = method.Main.Query!.HasRequired ? $"query.{cursor}" : $"query?.{cursor}";
        var idOf = Has(_paging.Item, "id") ? "item => item.Id" : "_ => null";
        writer.Line($"return CursorPaging.EnumerateAsync<{_paging.Item.CSharp}>(").Indent(() => writer
            .Line($"async (cursor, token) =>")
            .Line("{")
            .Indent(() => writer
                .Line($"var page = await {FetchPage($"{cursor} = cursor")}.ConfigureAwait(false);")
                .Line($"return new(page.{_paging.Items.Name}, {Page("has_more")}, {Page("more_starting_after")});"))
            .Line("},")
            .Line($"{idOf}, {start}, {PageSize()}, cancellationToken);"));
    }

    private void ByNumber(CodeWriter writer)
    {
        var page = Parameter("page");
        var number = page.Property.Name;
        var start = method.Main.Query!.HasRequired ? $"query.{number} ?? 1" : $"query?.{number} ?? 1";
        var last = page.Maximum?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "int.MaxValue";
        writer.Line($"return NumberedPaging.EnumerateAsync<{_paging.Item.CSharp}>(").Indent(() => writer
            .Line($"async (number, token) => (await {FetchPage($"{number} = number")}.ConfigureAwait(false)).{_paging.Items.Name},")
            .Line($"{start}, {last}, {PageSize()}, cancellationToken);"));
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

    private string PageSize()
    {
        var limit = Parameter("limit");
        var query = method.Main.Query!.HasRequired ? "query" : "query?";
        return $"{query}.{limit.Property.Name} ?? {limit.Default ?? 10}";
    }

    private QueryParameterModel Parameter(string wire) =>
        method.Main.Query?.Parameters.FirstOrDefault(parameter => parameter.Property.Wire == wire)
        ?? throw new DocumentException(Pointers.At(method.Main.Pointer, Vendor.Paging), $"A list that pages this way needs the query parameter '{wire}'.");

    private string Page(string wire) => Has(method.Main.Answer!.Type, wire) ? $"page.{Naming.Pascal(wire)}" : "null";

    private bool Has(TypeRef type, string wire) =>
        model.Records.FirstOrDefault(record => record.Name == type.Name)?.Properties.Any(property => property.Wire == wire) ?? false;
}
