namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>What a C# type is. The runtime's methods that read and write values have these names, too.</summary>
internal enum TypeKind
{
    Text,
    Boolean,
    Int32,
    Int64,
    Decimal,
    Double,
    Instant,
    Day,
    DayOrInstant,
    Json,
    Metadata,
    Enum,
    Id,
    Record,
    List,
    Map,
    StringOr,
    Page,
}
