namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>The records, enums and ids found in the documents so far.</summary>
internal sealed class Declarations
{
    private readonly Dictionary<TypeRef, RecordModel> _records = [];
    private readonly Dictionary<TypeRef, EnumModel> _enums = [];
    private readonly List<IdModel> _ids = [];

    public IReadOnlyCollection<RecordModel> Records => _records.Values;

    public IReadOnlyCollection<EnumModel> Enums => _enums.Values;

    public IReadOnlyList<IdModel> Ids => _ids;

    public void Add(RecordModel record) => _records[record.Type] = record;

    public void Add(EnumModel item) => _enums[item.Type] = item;

    public void Add(IdModel id) => _ids.Add(id);

    public RecordModel? FindRecord(TypeRef type) => _records.GetValueOrDefault(type);

    public PropertyModel? FindMember(TypeRef? type, string wire) =>
        type is null ? null : FindRecord(type)?.Properties.FirstOrDefault(property => property.Wire == wire);
}
