using System.Globalization;
using Voucherify.Loyalties.CodeGen.Document;
using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>Emits the body of a method that enumerates all items of a paged list.</summary>
internal sealed class PagingEmitter(ApiModel model, MethodModel method)
{
    private readonly PagingModel _paging = method.Main.Paging!;
    private readonly QueryParameterModel _limit = Parameter(method, "limit");

    private string LargestPage => (_limit.Maximum ?? 10).ToString(CultureInfo.InvariantCulture);

    public void Write(CodeWriter writer)
    {
        switch (_paging.Style)
        {
            case PagingStyle.Cursor:
                ByCursor(writer);
                break;
            case PagingStyle.ExpiringCursor:
                ByExpiringCursor(writer);
                break;
            default:
                ByNumber(writer);
                break;
        }
    }

    // A cursor belongs to the query that it came with, so every page has the same filters, order and size.
    private void ByExpiringCursor(CodeWriter writer)
    {
        var cursor = Parameter(method, "cursor").Property.Name;
        writer.Line($"var pageSize = {Query(_limit.Property.Name)} ?? {LargestPage};");
        writer.Line($"return ExpiringCursorPaging.EnumerateAsync<{_paging.Item.CSharp}>(").Indent(() => writer
            .Line($"(cursor, token) => {FetchPage($"{cursor} = cursor, {_limit.Property.Name} = pageSize")},")
            .Line($"{Query(cursor)},")
            .Line(CanContinue ? $"new ListContinuation<{_paging.Item.CSharp}>(" : "continuation: null,")
            .Indent(() => writer.Lines(CanContinue ? Continuation($"{cursor} = cursor, {_limit.Property.Name} = pageSize") : []))
            .Line("cancellationToken);"));
    }

    // A list can go on without its cursor if the time of an item tells its place, and can be filtered by.
    private bool CanContinue =>
        Find("order") is not null
        && OfFilters("created_at") is not null
        && OfFilters("junction") is not null
        && model.FindMember(_paging.Item, "id") is { Type.Kind: TypeKind.Id }
        && model.FindMember(_paging.Item, "created_at") is not null;

    private IEnumerable<string> Continuation(string change)
    {
        var (filters, time) = (Find("filters")!.Name, OfFilters("created_at")!.Name);
        var given = Query(filters);
        var narrowed = $"{filters} = ({given} ?? new()) with {{ {time} = narrow({given}?.{time}) }}";
        var (id, createdAt) = (model.FindMember(_paging.Item, "id")!.Name, model.FindMember(_paging.Item, "created_at")!.Name);
        return
        [
            $"{Query(Find("order")!.Name)}?.Value,",
            $"{given}?.{OfFilters("junction")!.Name}?.Value,",
            $"static item => (item.{id}.Value, item.{createdAt}),",
            $"(narrow, cursor, token) => {FetchPage($"{change}, {narrowed}")}),",
        ];
    }

    private PropertyModel? OfFilters(string wire) => Find("filters") is { } filters ? model.FindMember(filters.Type, wire) : null;

    private PropertyModel? Find(string wire) =>
        method.Main.Query?.Parameters.FirstOrDefault(parameter => parameter.Property.Wire == wire)?.Property;

    private void ByCursor(CodeWriter writer)
    {
        var cursor = Parameter(method, "starting_after_id").Property.Name;
        writer.Line($"var pageSize = {Query(_limit.Property.Name)} ?? {LargestPage};");
        writer.Line($"return CursorPaging.EnumerateAsync<{_paging.Item.CSharp}>(").Indent(() => writer
            .Line("async (cursor, token) =>")
            .Line("{")
            .Indent(() => writer
                .Line($"var page = await {FetchPage($"{cursor} = cursor, {_limit.Property.Name} = pageSize")}.ConfigureAwait(false);")
                .Line($"return new(page.{_paging.Items}, {OfPage("has_more")}, {OfPage("more_starting_after")});"))
            .Line("},")
            .Line($"{IdOfItem()}, {Query(cursor)}, pageSize, cancellationToken);"));
    }

    private void ByNumber(CodeWriter writer)
    {
        var page = Parameter(method, "page");
        var number = page.Property.Name;
        var last = page.Maximum?.ToString(CultureInfo.InvariantCulture) ?? "int.MaxValue";
        writer.Line("// A caller who names the first page counts in pages of the service's default size.");
        writer.Line($"var pageSize = {Query(_limit.Property.Name)} ?? ({Query(number)} is null ? {LargestPage} : {_limit.Default ?? 10});");
        var fetch = $"await {FetchPage($"{number} = number, {_limit.Property.Name} = pageSize")}.ConfigureAwait(false)";
        writer.Line($"return NumberedPaging.EnumerateAsync<{_paging.Item.CSharp}>(").Indent(() => writer
            .Line($"async (number, token) => ({fetch}).{_paging.Items},")
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

    private string IdOfItem() => model.FindMember(_paging.Item, "id") switch
    {
        null => "_ => null",
        { Type.Kind: TypeKind.Id } id => $"item => item.{id.Name}.Value",
        var id => $"item => item.{id.Name}",
    };

    private string OfPage(string wire) =>
        model.FindMember(method.Main.Response!.Type, wire) is { } member ? $"page.{member.Name}" : "null";

    private string Query(string member) => method.Main.Query!.HasRequired ? $"query.{member}" : $"query?.{member}";

    private static QueryParameterModel Parameter(MethodModel method, string wire) =>
        method.Main.Query?.Parameters.FirstOrDefault(parameter => parameter.Property.Wire == wire)
        ?? throw new DocumentException(
            DocumentPointer.Append(method.Main.Pointer, SpecExtensions.Paging),
            $"A list that is paged this way needs the query parameter '{wire}'.");
}
