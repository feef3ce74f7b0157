//! Heads that several members of a list share.

use super::{Joint, Member};
use crate::analysis::{Level, UnitCategory};
use crate::lexicon::list::{UNIT, WordList};
use crate::lexicon::words::{Word, WordClass, words_at};
use crate::mention::unit::levels::level_of;
use crate::mention::unit::tails::tail_of;
use crate::mention::unit::territory::{each_territory, is_row};

/// 各级总指挥部和专项指挥部; 国务院各部委、各直属机构; 各级政府及其办公室.
pub(super) fn give_back_heads(members: &mut [Member]) {
    for i in 1..members.len() {
        let close = matches!(members[i].joint, Joint::Pause | Joint::And | Joint::AndIts)
            || members[i].name.starts_with("各直属");
        if !close {
            continue;
        }
        let (left, right) = (members[i - 1].name.clone(), members[i].name.clone());
        if let Some(head) = shared_head(&members[i - 1]).filter(|_| {
            described_head(&right).is_none()
                && !right.starts_with('各')
                && !right.contains("兵团")
                && level_of(&right).is_none()
        }) {
            members[i].name = format!("{head}{right}");
            continue;
        }
        if let Some(name) = with_head_of(&left, &right, members[i].joint) {
            members[i].name = name;
        }
    }
}

/// The head of a member that shares its ending, and so its head too: 各 of
/// 各临床、医技、职能科室, 各市 of 各市教育、公安部门.
fn shared_head(left: &Member) -> Option<&str> {
    if left.shares
        && let Some(at) = described_head(&left.name)
    {
        return Some(&left.name[..at]);
    }
    let each = left.name.strip_prefix('各').filter(|rest| left.shares && !rest.starts_with('级'))?;
    let territory = each_territory(&left.name).filter(|head| head.len() < left.name.len());
    territory.or(Some(&left.name[..left.name.len() - each.len()]))
}

/// The bytes of 各级政府性 in 各级政府性融资担保机构: an adjective in front of the trades.
fn described_head(name: &str) -> Option<usize> {
    let bare = name.strip_prefix("各级").or(name.strip_prefix('各')).unwrap_or(name);
    let at = bare.find('性').filter(|at| bare[..*at].chars().count() == 2)?;
    Some(name.len() - bare.len() + at + '性'.len_utf8())
}

static TAKE_EACH: WordList = WordList::of(UNIT, "take each");

static OF_ITSELF: WordList = WordList::of(UNIT, "of itself");

static TAKE_EACH_ENDINGS: WordList = WordList::of(UNIT, "take each endings");

/// The territories in 各县（市、区）党委, whose government follows.
fn each_head(left: &str) -> Option<&str> {
    let head = ["党委", "党工委", "人民政府", "政府"].iter().find_map(|organ| left.strip_suffix(organ))?;
    let named = || each_territory(head).is_some() || head.ends_with(['市', '县', '区', '镇', '乡']);
    (head == "地方各级" || head.contains('各') && named()).then_some(head)
}

/// 开发区管委会, 区县市人民政府: boards and governments of a class of places, none of which
/// has a name of its own. Several zones stand beside the districts of a city; the
/// townships of a county have one beside them.
fn governs_class(left: &str, right: &str) -> bool {
    static ZONES: WordList = WordList::of(UNIT, "zone classes");
    let of = |organs: &[&str]| organs.iter().find_map(|organ| right.strip_suffix(organ));
    let levels = |row: &str| {
        row.chars().nth(1).is_some() && row.chars().all(|c| matches!(c, '市' | '县' | '区' | '旗' | '（' | '）'))
    };
    let districts = !left.contains(['（', '县', '镇', '乡']);
    of(&["管委会", "管理委员会", "管委"]).is_some_and(|zone| districts && ZONES.contains(zone))
        || of(&["人民政府", "政府"]).is_some_and(levels)
}

/// 国务院有关 of 国务院有关部门, 相关 of 相关部门.
fn related_head(left: &str) -> Option<&str> {
    let (at, word) = ["有关", "相关"].into_iter().find_map(|word| Some((left.find(word)?, word)))?;
    let level = &left[..at];
    let organ = tail_of(level).is_some_and(|tail| tail.category == UnitCategory::Government);
    // 市各有关部门和单位.
    let own = level.strip_suffix('各').unwrap_or(level);
    // 市直有关部门、单位.
    let own = own.strip_suffix(['直', '级', '属']).unwrap_or(own);
    let bare = own.is_empty() || organ || level_of(own).is_some_and(|(word, _)| word == own);
    bare.then(|| &left[..at + word.len()])
}

/// 单位, 局, 总公司: what is related as well as the member before it.
fn shares_related(right: &str) -> bool {
    matches!(
        right,
        "单位"
            | "部门"
            | "机构"
            | "部委"
            | "直属机构"
            | "总公司"
            | "公司"
            | "厅"
            | "局"
            | "委"
            | "办"
            | "处室"
            | "科室"
    )
}

/// 县（市）自然资源局: its counties are no names.
fn is_row_noted(right: &str) -> bool {
    level_of(right).is_some_and(|(word, _)| {
        let note = right[word.len()..].strip_prefix('（').and_then(|rest| rest.split_once('）'));
        note.is_some_and(|(note, _)| note.split('、').all(|word| level_of(word).is_some_and(|(own, _)| own == word)))
    })
}

/// 股份制银行 of 各政策性银行、股份制银行: bodies of one kind, told apart by a common word.
fn is_kin(left: &str, right: &str) -> bool {
    let Some((tail, own)) = tail_of(left).zip(tail_of(right)) else { return false };
    let stem = right.strip_suffix(own.word).unwrap_or_default();
    let common = |word: Word| word.len == stem.len() && !matches!(word.class, WordClass::Place | WordClass::Person);
    let territorial = level_of(left.trim_start_matches('各')).is_some();
    let noun = own.word.chars().nth(1).is_some();
    noun && tail.word == own.word && !territorial && level_of(right).is_none() && words_at(stem).any(common)
}

/// 各公积金缴存人 of 各公积金缴存单位、缴存人: a class that a word of the one before it tells,
/// with all that stands before that word.
fn with_shared_word(left: &str, right: &str) -> Option<String> {
    const WORD_CHARS: usize = 2;
    static KINDS: WordList = WordList::of(UNIT, "kinds");
    let each = left.find('各').map(|at| at + '各'.len_utf8())?;
    let (len, _) = right.char_indices().nth(WORD_CHARS)?;
    let at = each + left[each..].find(&right[..len])?;
    let class = KINDS.closes(right) && !right.contains('各') && level_of(right).is_none();
    (class && level_of(&left[each..]).is_none()).then(|| format!("{}{right}", &left[..at]))
}

fn with_head_of(left: &str, right: &str, joint: Joint) -> Option<String> {
    // 各位班主任、辅导员; 全体教师、学生.
    let whom = ["各位", "全体"].into_iter().find(|whom| joint != Joint::Comma && left.starts_with(whom));
    if let Some(whom) = whom.filter(|_| level_of(right).is_none() && !right.starts_with(['各', '全'])) {
        return Some(format!("{whom}{right}"));
    }
    // 各设区市委组织部、市科技局: the offices of each of these cities.
    if joint == Joint::Pause && left.starts_with("各设区市") && right.starts_with('市') && tail_of(right).is_some()
    {
        return Some(format!("各设区{right}"));
    }
    if let Some(each) = left.strip_suffix('委').filter(|each| each_territory(left) == Some(each))
        && matches!(right, "政府" | "人民政府")
    {
        return Some(format!("{each}{right}"));
    }
    let board = right.starts_with("管委");
    if (joint != Joint::Pause || board)
        && matches!(right, "政府" | "人民政府" | "党委" | "管委会" | "管委")
        && let Some(each) = each_head(left)
    {
        return Some(format!("{each}{right}"));
    }
    // 镇党委、政府: both are the town's.
    if let Some(level) = ["党委", "党工委"].iter().find_map(|organ| left.strip_suffix(organ))
        && matches!(right, "政府" | "人民政府")
        && level_of(level).is_some_and(|(word, _)| word == level)
    {
        return Some(format!("{level}{right}"));
    }
    let bare = right.strip_prefix('其').unwrap_or(right);
    if joint == Joint::AndIts || left.starts_with("各级") {
        let own = ["各", "有关", "相关", "负有", "企业", "生产经营", "社会", "国有", "重点", "行业"]
            .iter()
            .any(|w| bare.starts_with(w));
        let levelled = level_of(bare).is_some_and(|(word, _)| bare.len() > word.len());
        // 各级医疗机构、民营医院: another kind beside the first, not below 各级, as are
        // departments and those who supervise.
        let kin = tail_of(left).is_some_and(|tail| bare.contains(tail.word));
        let department = |name: &str| {
            tail_of(name).is_some_and(|tail| tail.word == "部门")
                || name.ends_with("管理机构")
                || name.ends_with("监管机构")
        };
        let another =
            |tail: &str| joint == Joint::Pause && tail != bare && !kin && !(department(left) && department(bare));
        // 各级政府和用人单位: the firms have no levels.
        let governs = tail_of(left).is_some_and(|tail| tail.category == UnitCategory::Government);
        let firm = governs && (bare.ends_with("企业") || bare.ends_with("单位") && bare != "单位");
        if left.starts_with("各级")
            && !own
            && !firm
            && !levelled
            && tail_of(bare).is_some_and(|tail| !another(tail.word))
        {
            return Some(format!("各级{bare}"));
        }
    }
    let own = || each_territory(right).is_none();
    if let Some(at) = left.find("有关").filter(|_| right.starts_with("有关") && own()) {
        let organ = tail_of(&left[..at]).is_some_and(|t| t.category == UnitCategory::Government);
        return organ.then(|| format!("{}{right}", &left[..at]));
    }
    if let Some(related) = related_head(left).filter(|_| joint != Joint::Comma && shares_related(right)) {
        return Some(format!("{related}{right}"));
    }
    if let (Some(at), Some(rest)) = (left.find('各'), right.strip_prefix('各')) {
        let head = &left[..at];
        let organ = tail_of(head).is_some_and(|t| t.category == UnitCategory::Government || head.ends_with('委'));
        return (organ && level_of(rest).is_none()).then(|| format!("{head}{right}"));
    }
    let township = |name: &str| level_of(name).is_some_and(|(_, level)| level == Level::Township);
    // 各有关区人民政府、经济开发区管理机构.
    if joint != Joint::Comma
        && left.starts_with("各有关")
        && level_of(right).is_none()
        && !["各", "有关", "相关", "其他"].iter().any(|head| right.starts_with(head))
        && tail_of(right).is_some()
    {
        return Some(format!("各有关{right}"));
    }
    let peers = left.strip_prefix('各').is_some_and(township)
        && township(right)
        && ["人民政府", "政府", "办事处"].iter().any(|organ| right.ends_with(organ));
    // 各处室、中心; 各街镇、开发区: a noun that is nothing but what names end with.
    let noun = right.chars().nth(1).is_some() && tail_of(right).is_some_and(|tail| tail.word == right);
    if joint != Joint::Comma
        && noun
        && level_of(right).is_none()
        && let Some(rest) = left.strip_prefix('各')
    {
        let related = ["有关", "相关"].into_iter().find(|word| rest.starts_with(word) && is_row(left)).unwrap_or("");
        if !rest.starts_with('级') && !OF_ITSELF.contains(right) {
            return Some(format!("各{related}{right}"));
        }
    }
    if joint != Joint::Comma
        && left.starts_with('各')
        && (is_row_noted(right) || is_kin(left, right) || governs_class(left, right))
    {
        return Some(format!("各{right}"));
    }
    if joint != Joint::Comma
        && let Some(name) = with_shared_word(left, right)
    {
        return Some(name);
    }
    let taken = joint != Joint::Comma && TAKE_EACH.contains(right)
        || TAKE_EACH_ENDINGS.iter().any(|end| right.ends_with(end) && right.chars().count() <= end.chars().count() + 2);
    let below = |head: &str| {
        head.ends_with(['直', '属', '关', '办', '局', '级']) || head.ends_with('府') && right.starts_with("直属")
    };
    if let Some(at) = left.find('各').filter(|at| taken && below(&left[..*at])) {
        return Some(format!("{}各{right}", &left[..at]));
    }
    let firms = left.starts_with("各级") && right.ends_with("企业");
    (left.starts_with('各') && !firms && (peers || taken)).then(|| format!("各{right}"))
}
