namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>The code that lets <c>JsonSerializer</c>, with any resolver, read and write a type as the service does.</summary>
internal static class JsonTypeCode
{
    /// <summary>The interface of a type that reads and writes itself.</summary>
    public static string Interface(string type) => $"ILoyaltyJson<{type}>";

    public static void Attribute(CodeWriter writer, string type) => writer.Line($"[JsonConverter(typeof(LoyaltyJsonConverter<{type}>))]");

    /// <summary>Writes the members of the interface. They are explicit, so that IntelliSense does not list them.</summary>
    /// <param name="writer">The file.</param>
    /// <param name="type">The type.</param>
    /// <param name="read">The method that reads a value, which may be null.</param>
    /// <param name="write">The statement that writes a value.</param>
    /// <param name="orDefault">Whether null stands for the default value.</param>
    public static void Implementation(CodeWriter writer, string type, string read, string write, bool orDefault)
    {
        var (result, generic, absent) = orDefault ? (type, $"<{type}>", " ?? default") : ($"{type}?", string.Empty, string.Empty);
        writer.Line($"static {result} {Interface(type)}.ReadJson(ref Utf8JsonReader reader) => {read}{generic}(ref reader){absent};");
        writer.Line();
        writer.Line($"static void {Interface(type)}.WriteJson(Utf8JsonWriter writer, {type} value) => {write};");
    }
}
