using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>Emits what <c>ToString</c> of a record shows, if it must not show every member.</summary>
internal static class ToStringEmitter
{
    public static bool HidesAny(IEnumerable<PropertyModel> properties) => properties.Any(IsHidden);

    public static void Emit(CodeWriter writer, IReadOnlyList<PropertyModel> properties)
    {
        if (!HidesAny(properties))
        {
            return;
        }

        writer.Line().Line("// ToString prints these members. A secret, or who a person is, must not end up in a log.");
        writer.Block("private bool PrintMembers(StringBuilder builder)", () =>
        {
            var separator = string.Empty;
            foreach (var property in properties)
            {
                writer.Line(IsHidden(property)
                    ? $"builder.Append(\"{separator}{property.Name} = ({(property.Secret ? "secret" : "personal")})\");"
                    : $"builder.Append(\"{separator}{property.Name} = \").Append({property.Name});");
                separator = ", ";
            }

            writer.Line("return true;");
        });
    }

    private static bool IsHidden(PropertyModel property) => property is { Secret: true } or { Personal: true };
}
