namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>The records and enums that were found in the documents so far.</summary>
internal sealed class Declarations
{
    private readonly Dictionary<TypeRef, RecordModel> _records = [];
    private readonly Dictionary<TypeRef, EnumModel> _enums = [];

    public IReadOnlyCollection<RecordModel> Records => _records.Values;

    public IReadOnlyCollection<EnumModel> Enums => _enums.Values;

    public void Add(RecordModel record) => _records[record.Type] = record;

    public void Add(EnumModel item) => _enums[item.Type] = item;

    public RecordModel? Record(TypeRef type) => _records.GetValueOrDefault(type);
}
