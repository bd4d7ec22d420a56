using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>The statement that sends a write whose effect can be read after a lost response: the write, and how to read it.</summary>
/// <param name="namespaces">The names of the document's code.</param>
/// <param name="write">The write.</param>
/// <param name="read">The operation that reads its effect.</param>
internal sealed class EvidenceCallCode(Namespaces namespaces, OperationModel write, OperationModel read)
{
    public void Write(CodeWriter writer, EvidenceModel evidence)
    {
        switch (evidence)
        {
            case ReconcileModel reconcile:
                WriteCreation(writer, reconcile);
                break;
            case AssignmentsModel assignments:
                WriteBatch(writer, assignments);
                break;
            default:
                WriteGuarded(writer, (ConfirmModel)evidence);
                break;
        }
    }

    private void WriteGuarded(CodeWriter writer, ConfirmModel confirm) => Write(
        writer,
        "Guarded.SendAsync",
        $"GuardedCall<{write.Response!.Type.CSharp}>",
        [
            Operation(write),
            $"() => {CallCode.Build(write)}",
            Operation(read),
            $"() => {CallCode.Build(read)}",
            $"static body => body.{confirm.Member.Name}?.Value == {XmlDocs.Literal(confirm.Value)}",
        ],
        []);

    private void WriteCreation(CodeWriter writer, ReconcileModel reconcile) => Write(
        writer,
        "Creations.SendAsync",
        $"Creation<{write.Response!.Type.CSharp}>",
        [
            .. WriteAndList(),
            $"static row => new(row.{reconcile.Id.Name}.Value, row.{reconcile.Name.Name}, row.{reconcile.CreatedAt.Name})",
            "static row => row with { Recovered = true }",
        ],
        [
            $"Name = {write.Body!.Name}.{reconcile.Name.Name}",
            .. reconcile.Unlisted.Count == 0
                ? Array.Empty<string>()
                : [$"Unlisted = [{string.Join(", ", reconcile.Unlisted.Select(XmlDocs.Literal))}]"],
        ]);

    private void WriteBatch(CodeWriter writer, AssignmentsModel assignments) => Write(
        writer,
        "AssignmentBatches.SendAsync",
        $"AssignmentBatch<{write.Response!.Type.CSharp}, {assignments.Row.CSharp}>",
        [.. WriteAndList(), $"{namespaces.JsonClass}.{assignments.Row.JsonName}"],
        [
            $"RowId = static row => row.{assignments.Key.Name}.Value",
            "Recover = static rows => new() { Assigned = rows, Recovered = true }",
        ]);

    private IEnumerable<string> WriteAndList()
    {
        var page = $"new {read.Query!.Name} {{ Limit = 100, Cursor = cursor }}.ToValues()";
        return
        [
            Operation(write),
            $"() => {CallCode.Build(write)}",
            Operation(read),
            $"cursor => _api.{read.RouteName}({string.Join(", ", read.IdsInPath.Select(id => id.Variable).Append(page))})",
            write.Body!.Name,
        ];
    }

    private string Operation(OperationModel operation) => $"{namespaces.OperationsClass}.{operation.RouteName}";

    private static void Write(
        CodeWriter writer, string method, string call, IReadOnlyList<string> arguments, IReadOnlyList<string> members)
    {
        writer.Line($"return _context.{method}(").Indent(() =>
        {
            writer.Line($"new {call}(").Indent(() => writer.Lines(
                arguments.Select((argument, at) => argument + (at < arguments.Count - 1 ? "," : members.Count > 0 ? ")" : "),"))));
            if (members.Count > 0)
            {
                writer.Line("{").Indent(() => writer.Lines(members.Select(member => $"{member},"))).Line("},");
            }

            writer.Line("options,").Line("cancellationToken);");
        });
    }
}
